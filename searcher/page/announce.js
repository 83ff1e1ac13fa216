// Says something to those who hear the page.
export function announce(text) {
    document.getElementById("announcement").textContent = text;
}
