// A form that starts something is sent once: a second click while the first is on its way does nothing.
for (const form of document.querySelectorAll("[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.getAttribute("aria-busy")) event.preventDefault();
    form.setAttribute("aria-busy", "true");
  });
}
// A page that comes back from the browser's own store may be sent anew.
addEventListener("pageshow", () => document.querySelectorAll("[data-once]").forEach((form) => form.removeAttribute("aria-busy")));
