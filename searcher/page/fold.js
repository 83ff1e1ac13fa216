// The columns beside the hits are folded above them where there is no room. Loaded before the page is painted, so that
// nothing moves.
(() => {
    const widths = { narrowing: "(min-width: 60rem)", insights: "(min-width: 76rem)" };
    for (const [id, width] of Object.entries(widths)) {
        const wide = matchMedia(width);
        const fold = () => { document.getElementById(id).open = wide.matches; };
        wide.addEventListener("change", fold);
        fold();
    }
})();
