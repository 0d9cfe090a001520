// Passkeys: ask the device, put its answer into the form, send the form as any other.

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const known = (list) => (list || []).map((one) => ({ ...one, id: toBytes(one.id) }));

// What the service asks, in the form that the device takes.
function asked(kind, options) {
  const asks = { ...options, challenge: toBytes(options.challenge) };
  if (kind === "create") {
    asks.user = { ...options.user, id: toBytes(options.user.id) };
    asks.excludeCredentials = known(options.excludeCredentials);
  } else {
    asks.allowCredentials = known(options.allowCredentials);
  }
  return { publicKey: asks };
}

// What the device answers, in the form that the service reads.
function answered(made) {
  const given = made.response;
  const response = { clientDataJSON: toText(given.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (given[part]) response[part] = toText(given[part]);
  }
  return JSON.stringify({
    id: made.id, rawId: toText(made.rawId), type: made.type, response,
    clientExtensionResults: made.getClientExtensionResults(),
  });
}

function ready(form) {
  const kind = form.dataset.passkey;
  const failed = form.querySelector("[data-failed]");
  form.querySelector("[data-without-script]").hidden = true;
  form.querySelector("[data-with-script]").hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      const made = await navigator.credentials[kind](asked(kind, JSON.parse(form.dataset.options)));
      form.elements.credential.value = answered(made);
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}

if (window.PublicKeyCredential) document.querySelectorAll("form[data-passkey]").forEach(ready);
