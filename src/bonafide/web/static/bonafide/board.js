// The board in a browser: cards moved by arrow keys, the menu in a dialog, the toast; dragging is in drag.js.
import { dragging } from "./drag.js";

const TOAST = 12000;
const find = (selector, root = document) => root.querySelector(selector);
const says = find("#says");
const dialog = find("#sheet");
const laneOf = (card) => card.closest("[data-lane]");
const cardsOf = (lane) => [...lane.querySelectorAll("[data-card]")];
const lanes = () => [...document.querySelectorAll("#lanes [data-lane]")];
const nameOf = (card) => find(".card-name", card).textContent;
const linkOf = (card) => find(".card-name", card);
const visible = (card) => card.getClientRects().length > 0;

function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function say(words, values = {}) {
  says.textContent = fill(says.dataset[words], values);
}

function sayPlace(card) {
  const lane = laneOf(card);
  const cards = cardsOf(lane);
  say("moved", { card: nameOf(card), lane: find("[data-label]", lane).textContent, place: cards.indexOf(card) + 1, count: cards.length });
}

// Moving: the card is put there at once, the server told in the order of the moves; what fails goes back.

let told = Promise.resolve();
const waiting = new Set();

function settle(card, from) {
  recount(from.lane, -1);
  recount(laneOf(card), 1);
  sayPlace(card);
  const move = { card, lane: laneOf(card).dataset.lane, behind: card.previousElementSibling?.dataset.card ?? "" };
  waiting.add(move);
  told = told.then(() => tell(move)).catch(() => putBack(card, from));
}

function recount(lane, step) {
  const count = find("[data-count]", lane);
  count.textContent = Number(count.textContent) + step;
}

function send({ card, lane, behind }) {
  const token = find("[name=csrfmiddlewaretoken]").value;
  const url = `${find("#lanes").dataset.place}${card.dataset.card}/place`;
  const body = new URLSearchParams({ csrfmiddlewaretoken: token, lane, behind });
  return fetch(url, { method: "POST", body, headers: { "HX-Request": "true" }, keepalive: true });
}

async function tell(move) {
  if (!waiting.delete(move)) return;
  const response = await send(move);
  if (!response.ok) throw new Error(String(response.status));
  renew(await response.text());
}

// Whoever leaves the page before the server was told has made these moves all the same. They go out side by side, so of
// several of one card only the last, lest an earlier one arrive after it.
addEventListener("pagehide", () => {
  const last = new Map([...waiting].map((move) => [move.card, move]));
  for (const move of last.values()) send(move);
  waiting.clear();
});

function renew(text) {
  const parts = new DOMParser().parseFromString(text, "text/html");
  for (const part of parts.querySelectorAll("[hx-swap-oob]")) {
    const here = find(`#${part.id}`);
    here.replaceChildren(...part.childNodes);
    htmx.process(here);
  }
  fade();
}

function putBack(card, from) {
  recount(laneOf(card), -1);
  recount(from.lane, 1);
  from.list.insertBefore(card, from.before);
  say("failed");
}

function where(card) {
  return { lane: laneOf(card), list: card.parentElement, before: card.nextElementSibling };
}

// Arrow keys on a focused card.

const SIDES = { ArrowLeft: -1, ArrowRight: 1 };
const STEPS = { ArrowUp: -1, ArrowDown: 1 };

function aside(card, step) {
  const all = lanes();
  const lane = all[all.indexOf(laneOf(card)) + step];
  if (!lane) return false;
  if (lane.tagName === "DETAILS") lane.open = true;
  find("[data-cards]", lane).prepend(card);
  return true;
}

function along(card, step) {
  const other = step < 0 ? card.previousElementSibling : card.nextElementSibling;
  if (!other) return false;
  if (step < 0) other.before(card);
  else other.after(card);
  return true;
}

function onKey(event) {
  const card = event.target.closest?.("[data-card]");
  if (!card || event.target !== linkOf(card) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const sideways = event.key in SIDES;
  if (!sideways && !(event.key in STEPS)) return;
  event.preventDefault();
  const from = where(card);
  if (!(sideways ? aside(card, SIDES[event.key]) : along(card, STEPS[event.key]))) return;
  linkOf(card).focus();
  card.scrollIntoView({ block: "nearest", inline: "nearest" });
  settle(card, from);
}

// The menu: the card's own page, shown in a dialog.

let opened = null;
let moved = false;

async function onClick(event) {
  const more = event.target.closest?.("[data-more]");
  if (!more || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  opened = more.closest("[data-card]").dataset.card;
  await htmx.ajax("GET", more.href, { target: "#sheet-body", swap: "innerHTML" });
  if (!dialog.open) dialog.showModal();
}

function onSwap(event) {
  if (event.detail.target.id !== "lanes") return;
  fade();
  if (!dialog.open) return;
  moved = true;
  dialog.close();
}

// Back to what opened the dialog; after a move to the card's name, from where arrow keys move on.
function refocus() {
  const card = opened && find(`[data-card="${opened}"]`);
  if (card && visible(card)) (moved ? linkOf(card) : find("[data-more]", card)).focus();
  opened = null;
  moved = false;
}

// A fault that the server told is shown where the toast is; the page stays as it was.
function onFault(event) {
  if (event.detail.xhr.status < 400) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
  event.detail.target = dialog.open ? faultPlace() : find("#toast");
  event.detail.swapOverride = "innerHTML";
}

function faultPlace() {
  const place = document.createElement("div");
  find("#sheet-body").prepend(place);
  return place;
}

// The toast goes by itself, unless one is about to use it; the button above stays.

let fading = 0;

function fade() {
  clearTimeout(fading);
  fading = setTimeout(() => {
    const toast = find("#toast");
    if (toast.matches(":hover, :focus-within")) fade();
    else toast.replaceChildren();
  }, TOAST);
}

document.addEventListener("keydown", onKey);
document.addEventListener("click", onClick);
document.addEventListener("htmx:afterSwap", onSwap);
document.addEventListener("htmx:beforeSwap", onFault);
dialog.addEventListener("close", refocus);
dragging({ where, settle, say, nameOf });
