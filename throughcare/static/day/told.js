// What the service has answered and a person must look at: refused, contradicted, or a question.

export function line(text, ...more) {
  const made = document.createElement("li");
  made.textContent = text;
  made.append(...more);
  return made;
}

export function button(text, act) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "quiet", textContent: text, onclick: act });
  return made;
}

// What was typed, without what the service has answered to it.
export function asTyped({ fate, said, seal, marks, of_words, ...typed }) {
  return typed;
}

// `own`: the page on which it was typed is open. `drop(entry)` forgets it, `keep(entry)` sends it as
// it stands, `again(entry)` puts it back where it was typed.
export function toldLine(entry, { words, own, drop, keep, again }) {
  const acts = entry.fate === "asked"
    ? asks(entry, { words, own, drop, keep, again })
    : [...(own && entry.fate === "refused" ? [button(words.again, () => again(entry))] : []),
      button(words.seen, () => drop(entry))];
  const made = line(`${entry.label}: ${entry.said} `, ...acts);
  made.className = "told";
  return made;
}

// A question is answered, and not only seen: else what was written would be lost.
function asks(entry, { words, own, drop, keep, again }) {
  return [
    own ? button(words.change, () => again(entry)) : linkTo(entry.way, words.change),
    button(words.keep, () => keep(entry)),
    button(words.drop, () => drop(entry)),
  ];
}

function linkTo(way, text) {
  const made = document.createElement("a");
  Object.assign(made, { href: way, className: "button quiet", textContent: text });
  return made;
}
