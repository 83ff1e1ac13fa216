// Light, dark, or as the system has it. Loaded before the page is painted, so that it never flashes.
(() => {
    const name = "broadsheet-theme";
    const words = { auto: "Auto", light: "Light", dark: "Dark" };

    function stored() {
        try {
            const theme = localStorage.getItem(name);
            return theme in words ? theme : "auto";
        } catch {
            return "auto";  // storage may be forbidden
        }
    }

    function store(theme) {
        try {
            localStorage.setItem(name, theme);
        } catch {
            // It holds for this page then.
        }
    }

    let theme = stored();

    function show() {
        if (theme === "auto") delete document.documentElement.dataset.theme;
        else document.documentElement.dataset.theme = theme;
        const button = document.getElementById("theme");
        if (!button) return;
        button.textContent = words[theme];
        button.setAttribute("aria-label", `${words[theme]} colours`);
    }

    show();
    document.addEventListener("DOMContentLoaded", () => {
        show();
        document.getElementById("theme").addEventListener("click", () => {
            const all = Object.keys(words);
            theme = all[(all.indexOf(theme) + 1) % all.length];
            store(theme);
            show();
        });
    });
})();
