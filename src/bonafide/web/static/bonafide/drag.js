// Dragging by pointer events: a mouse or pen lifts a card after a few pixels, a finger after a long press (before
// that it scrolls). The card floats, a gap of its size shows where it would lie, edges scroll, Escape puts it back.

const SLACK = 6; // px that a pointer may tremble
const PRESS = 350; // ms until a finger lifts a card
const EDGE = 56; // px from an edge where scrolling begins
const FAST = 18; // px of scrolling in a frame at the very edge

let board; // what board.js gives: where, settle, say, nameOf
let held = null; // a pointer that is down on a card
let drag = null; // a card that is lifted

export function dragging(given) {
  board = given;
  document.addEventListener("pointerdown", down);
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", up);
  document.addEventListener("pointercancel", cancel);
  document.addEventListener("keydown", (event) => event.key === "Escape" && drag && (event.preventDefault(), cancel()));
  document.addEventListener("dragstart", (event) => event.target.closest?.("[data-card]") && event.preventDefault());
  document.addEventListener("contextmenu", (event) => (drag || held?.touch) && event.preventDefault());
  // A lifted card must not scroll the page under the finger: this has to be able to refuse.
  document.addEventListener("touchmove", (event) => drag && event.preventDefault(), { passive: false });
  addEventListener("blur", cancel);
}

function down(event) {
  const card = event.target.closest?.("[data-card]");
  if (!card || event.button !== 0 || !event.isPrimary || event.target.closest("[data-more]")) return;
  const touch = event.pointerType === "touch";
  held = { card, touch, id: event.pointerId, x: event.clientX, y: event.clientY };
  if (touch) held.timer = setTimeout(lift, PRESS);
}

function move(event) {
  if (!held || event.pointerId !== held.id) return;
  if (drag) {
    [drag.x, drag.y] = [event.clientX, event.clientY];
    return;
  }
  if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK) return;
  if (held.touch) release();
  else lift(event);
}

function lift(event) {
  const { card, id, x, y } = held;
  const box = card.getBoundingClientRect();
  const gap = document.createElement("li");
  gap.className = "card-gap";
  gap.style.height = `${box.height}px`;
  drag = { card, gap, from: board.where(card), dx: x - box.left, dy: y - box.top, x: event?.clientX ?? x, y: event?.clientY ?? y, height: box.height };
  card.before(gap);
  card.classList.add("lifted");
  card.style.width = `${box.width}px`;
  card.setPointerCapture(id);
  document.documentElement.classList.add("dragging");
  getSelection()?.removeAllRanges();
  board.say("lifted", { card: board.nameOf(card) });
  frame();
}

function frame() {
  if (!drag) return;
  drag.card.style.transform = `translate(${drag.x - drag.dx}px, ${drag.y - drag.dy}px)`;
  scroll();
  aim();
  requestAnimationFrame(frame);
}

// How far to scroll in this frame: nothing in the middle, faster towards an edge.
function pull(at, low, high) {
  if (at < low + EDGE) return -FAST * Math.min(1, (low + EDGE - at) / EDGE);
  if (at > high - EDGE) return FAST * Math.min(1, (at - high + EDGE) / EDGE);
  return 0;
}

function scroll() {
  const strip = document.querySelector("#lanes .lanes");
  const box = strip.getBoundingClientRect();
  strip.scrollLeft += pull(drag.x, Math.max(0, box.left), Math.min(innerWidth, box.right));
  scrollBy(0, pull(drag.y, 0, innerHeight));
}

function aim() {
  const lane = document.elementFromPoint(drag.x, drag.y)?.closest("[data-lane]");
  if (!lane) return;
  if (lane !== drag.over) {
    drag.over?.classList.remove("over");
    lane.classList.add("over");
    drag.over = lane;
  }
  const list = lane.querySelector("[data-cards]");
  const folded = lane.tagName === "DETAILS" && !lane.open;
  const next = folded ? list.querySelector("[data-card]") : under(list);
  if (drag.gap.parentElement !== list || drag.gap.nextElementSibling !== next) list.insertBefore(drag.gap, next);
}

// The card before which the gap belongs. Cards below the gap are taken where they would lie without it, so that
// moving the gap does not change the answer: this is what keeps it from trembling. The nearest place wins: half
// of the next card has to be passed.
function under(list) {
  const spacing = parseFloat(getComputedStyle(list).rowGap) || 0;
  const top = drag.y - drag.dy;
  let shift = 0;
  for (const each of list.children) {
    if (each === drag.gap) shift = drag.height + spacing;
    if (each === drag.gap || each === drag.card) continue;
    const box = each.getBoundingClientRect();
    if (top < box.top - shift + (box.height + spacing) / 2) return each;
  }
  return null;
}

function up(event) {
  if (!held || event.pointerId !== held.id) return;
  if (!drag) return release();
  event.preventDefault();
  [drag.x, drag.y] = [event.clientX, event.clientY];
  aim(); // A slow machine may not have drawn the last movement yet.
  const { card, gap, from } = drag;
  gap.replaceWith(card);
  drop();
  if (card.parentElement !== from.list || card.nextElementSibling !== from.before) board.settle(card, from);
}

function cancel() {
  if (!drag) return release();
  const { card, gap } = drag;
  gap.remove();
  drop();
  board.say("back", { card: board.nameOf(card) });
}

// The click that ends a drag, however late it comes, opens no link; one by the keyboard (detail 0) still does.
function swallow(event) {
  if (event.detail > 0) event.preventDefault();
}

// The card lies flat again.
function drop() {
  const { card, over } = drag;
  over?.classList.remove("over");
  card.classList.remove("lifted");
  card.style.width = card.style.transform = "";
  document.documentElement.classList.remove("dragging");
  addEventListener("click", swallow, true);
  addEventListener("pointerdown", () => removeEventListener("click", swallow, true), { capture: true, once: true });
  drag = null;
  release();
}

function release() {
  clearTimeout(held?.timer);
  held = null;
}
