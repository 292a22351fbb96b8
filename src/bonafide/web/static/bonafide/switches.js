// A switch takes effect when it is chosen; the button beside it serves where there is no script.
const parts = document.getElementById("cv-parts");
if (parts) {
  parts.classList.add("enhanced");
  let at = null;
  parts.addEventListener("change", (event) => {
    const form = event.target.closest("[data-switch]");
    if (!form) return;
    at = event.target.id;
    form.requestSubmit();
  });
  // The part is replaced: the keyboard stays where it was.
  document.body.addEventListener("htmx:afterSwap", () => document.getElementById(at)?.focus({ preventScroll: true }));
}
