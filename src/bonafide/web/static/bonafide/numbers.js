// Numbers can be hidden: levels, bands, clocks. The choice is kept in this browser.
const root = document.documentElement;
const switches = document.querySelectorAll("[data-numbers-switch]");
const show = (hidden) => {
  root.toggleAttribute("data-numbers-hidden", hidden);
  for (const one of switches) one.setAttribute("aria-pressed", String(hidden));
};
show(localStorage.getItem("numbers") === "hidden");
for (const one of switches) {
  one.hidden = false;
  one.addEventListener("click", () => {
    const hidden = !root.hasAttribute("data-numbers-hidden");
    localStorage.setItem("numbers", hidden ? "hidden" : "shown");
    show(hidden);
  });
}
