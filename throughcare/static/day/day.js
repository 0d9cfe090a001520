// The day of a unit on a device: the fields of its rows. What is saved waits in queue.js.
import { part, startRows } from "./rows.js";

const form = document.getElementById("unit-day");

const value = (slot, name) => (part(slot, name) || { value: "" }).value;
const slots = () => [...document.querySelectorAll("#unit-day .slot")];
const filled = (slot) => ["from", "to"].some((one) => value(slot, one))
  || Boolean(value(slot, "kind"));

function read(slot) {
  const chosen = part(slot, "kind") && part(slot, "kind").selectedOptions[0];
  const hours = [value(slot, "from"), value(slot, "to")].filter(Boolean).join("–");
  const kind = chosen && chosen.value ? `, ${chosen.textContent}` : "";
  return {
    person: slot.closest("tr").dataset.person, slot: slot.dataset.slot, entry: slot.dataset.entry,
    kind: value(slot, "kind"), from: value(slot, "from"), to: value(slot, "to"),
    answers: value(slot, "answers"),
    label: `${slot.getAttribute("aria-label")}${kind} · ${form.dataset.on} \u2066${hours}\u2069`,
  };
}

function empty(slot) {
  for (const name of ["kind", "from", "to"]) if (part(slot, name)) part(slot, name).value = "";
}

// Back into its row, where it was typed, unless something else stands there by now.
function typeAgain(entry) {
  const row = document.querySelector(`tr[data-person="${CSS.escape(entry.person)}"]`);
  const slot = row && row.querySelector(`.slot[data-slot="${CSS.escape(entry.slot)}"]`);
  if (!slot || filled(slot)) return false;
  for (const name of ["kind", "from", "to", "answers"]) {
    if (part(slot, name)) part(slot, name).value = entry[name];
  }
  return true;
}

// Enter goes on to the next field: it must not send half a row.
function onward(event) {
  if (event.key !== "Enter" || !event.target.matches("input, select")) return;
  event.preventDefault();
  const stops = [...form.querySelectorAll("input:not([type=hidden]), select, button")];
  stops[stops.indexOf(event.target) + 1].focus();
}

startRows({
  form, rows: slots, filled, read, empty, typeAgain,
  begun: () => form.addEventListener("keydown", onward),
});
