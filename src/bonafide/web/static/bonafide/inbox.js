// The bookmarklet is for the bookmarks: chosen on this page, it has nothing to send.
document.getElementById("drag")?.addEventListener("click", (event) => event.preventDefault());
document.getElementById("code")?.addEventListener("focus", (event) => event.target.select());
