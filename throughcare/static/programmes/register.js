// The register of a group: one key for each state, and on to the next line. What is saved waits in
// queue.js. Without script each state is chosen by Tab and the arrows, and the form is sent whole.
import { part, startRows } from "../day/rows.js";

const form = document.getElementById("group-register");
const lines = () => [...document.querySelectorAll("#group-register tr[data-person]")];
const states = (line) => [...line.querySelectorAll("input[type=radio]")];
const chosen = (line) => states(line).find((one) => one.checked);

function read(line) {
  const came = chosen(line);
  const reason = part(line, "reason");
  const excused = came.value === "excused" ? reason.value : "";
  const why = excused ? ` (${reason.selectedOptions[0].textContent})` : "";
  const name = line.querySelector("[data-called]").textContent.trim().replace(/\s+/g, " ");
  return {
    person: line.dataset.person, came: came.value, reason: excused,
    label: `${name}: ${came.dataset.word}${why} · ${form.dataset.title} ${form.dataset.on}`,
  };
}

function empty(line) {
  states(line).forEach((one) => { one.checked = false; });
  part(line, "reason").value = "";
  line.dataset.written = "1"; // it is on its way: the button for all leaves it alone
}

// Back into its line, unless something else is chosen there by now.
function typeAgain(entry) {
  const line = lines().find((one) => one.dataset.person === entry.person);
  if (!line || chosen(line)) return false;
  const state = states(line).find((one) => one.value === entry.came);
  if (state) state.checked = true;
  part(line, "reason").value = entry.reason;
  return true;
}

// Where one stands in a line: the chosen state, or the first.
function stand(line) {
  (chosen(line) || states(line)[0]).focus();
}

function pressed(event) {
  const line = event.target.closest("tr[data-person]");
  if (!line || event.ctrlKey || event.altKey || event.metaKey) return;
  const every = lines();
  const next = every[every.indexOf(line) + 1];
  const state = states(line)[Number(event.key) - 1];
  if (state) {
    event.preventDefault();
    state.checked = true;
    if (state.value === "excused") part(line, "reason").focus();
    else if (next) stand(next);
    else state.focus();
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (next) stand(next);
    else form.querySelector("button.main").focus();
  }
}

function everybody(event) {
  event.preventDefault();
  for (const line of lines()) {
    if (!line.dataset.written && !chosen(line)) states(line)[0].checked = true;
  }
  if (lines().length) stand(lines()[0]);
}

startRows({
  form, rows: lines, filled: chosen, read, empty, typeAgain,
  begun() {
    form.addEventListener("keydown", pressed);
    form.querySelector("button[name=all]").addEventListener("click", everybody);
  },
});
