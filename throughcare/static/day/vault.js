// What a device keeps while there is no line: entries and the page, each sealed with AES-GCM by a
// key of this account that no script can read out. Used by the page and by the worker, so it is a
// plain script. Without the key nothing of it can be read; the key goes when the person signs out,
// and when the longest time of the session has passed.

self.vault = (() => {
  const STORES = { accounts: "id", entries: "key", pages: "way" };
  const LAST = "last"; // which account the page was last opened for
  let opened = null;

  function database() {
    opened ??= new Promise((found, failed) => {
      const asked = indexedDB.open("throughcare-day", 1);
      asked.onupgradeneeded = () => {
        for (const [name, keyPath] of Object.entries(STORES)) {
          asked.result.createObjectStore(name, { keyPath });
        }
      };
      asked.onsuccess = () => found(asked.result);
      asked.onerror = () => failed(asked.error);
    });
    return opened;
  }

  // Do something in one transaction, and wait until it is on the disk.
  async function inside(names, mode, act) {
    const base = await database();
    return new Promise((done, failed) => {
      const transaction = base.transaction(names, mode, { durability: "strict" });
      const asked = act(...names.map((name) => transaction.objectStore(name)));
      transaction.oncomplete = () => done(asked && asked.result);
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
    });
  }

  const all = (store) => inside([store], "readonly", (one) => one.getAll());
  const get = (store, key) => inside([store], "readonly", (one) => one.get(key));
  const put = (store, value) => inside([store], "readwrite", (one) => one.put(value));
  const take = (store, key) => inside([store], "readwrite", (one) => one.delete(key));

  async function seal(account, said) {
    const { key } = await get("accounts", account);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(said));
    return { iv, box: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain) };
  }

  async function unseal(account, { iv, box }) {
    const { key } = await get("accounts", account);
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, box);
    return JSON.parse(new TextDecoder().decode(plain));
  }

  // Somebody has opened the page with a line. `ends`: when the session is over, by this clock.
  // Pages of other accounts go; their entries wait for them, sealed.
  async function begin(account, ends) {
    const known = await get("accounts", account);
    const key = known ? known.key : await crypto.subtle.generateKey(
      { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await put("accounts", { id: account, key, ends });
    await put("accounts", { id: LAST, account });
    for (const one of await all("pages")) if (one.account !== account) await take("pages", one.way);
  }

  async function forget(account) {
    const [entries, pages] = [await all("entries"), await all("pages")];
    await inside(["accounts", "entries", "pages"], "readwrite", (keys, queue, kept) => {
      keys.delete(account);
      for (const one of entries) if (one.account === account) queue.delete(one.key);
      for (const one of pages) if (one.account === account) kept.delete(one.way);
    });
  }

  // Whose session has been over for its longest time: nothing of it stays.
  async function sweep() {
    for (const one of await all("accounts")) {
      if (one.id !== LAST && Date.now() >= one.ends) await forget(one.id);
    }
  }

  return {
    begin, forget, sweep,
    knows: async (account) => Boolean(await get("accounts", account)),
    last: async () => ((await get("accounts", LAST)) || {}).account,

    // All of one form in one transaction: either every entry waits, or none. `instead`: the keys of
    // entries that these take the place of.
    async keep(account, entries, instead = []) {
      const sealed = [];
      for (const one of entries) {
        sealed.push({ key: one.key, account, state: "waiting", ...(await seal(account, one)) });
      }
      await inside(["entries"], "readwrite", (queue) => {
        for (const key of instead) queue.delete(key);
        for (const one of sealed) queue.add(one);
      });
    },
    async entries(account, state) {
      const mine = (await all("entries")).filter(
        (one) => one.account === account && one.state === state);
      return Promise.all(mine.map((one) => unseal(account, one)));
    },
    // A conflict or a refusal ("told") stays until its person has seen it, a question ("asked") until
    // it is answered.
    async tell(account, entry, state) {
      await put("entries", { key: entry.key, account, state, ...(await seal(account, entry)) });
    },
    drop: (key) => take("entries", key),
    // How many wait to be sent, of this account and of others; `open`: how many of this account its
    // person must look at, of which so many are `asked`.
    async waiting(account) {
      const queue = await all("entries");
      const mine = queue.filter((one) => one.account === account);
      const of = (list, ...states) => list.filter((one) => states.includes(one.state)).length;
      return {
        mine: of(mine, "waiting"), open: of(mine, "told", "asked"), asked: of(mine, "asked"),
        others: of(queue, "waiting", "asked") - of(mine, "waiting", "asked"),
      };
    },

    async keepPage(account, way, html) {
      await put("pages", { way, account, at: Date.now(), ...(await seal(account, html)) });
    },
    // The page as it was kept; without its day in the address, the one kept last.
    async page(way) {
      await sweep();
      const path = (one) => one.split("?")[0];
      const kept = (await all("pages")).sort((one, other) => other.at - one.at);
      const found = kept.find((one) => one.way === way)
        || kept.find((one) => way === path(way) && path(one.way) === way);
      return found ? unseal(found.account, found) : null;
    },
    async lastPage() {
      const [found] = (await all("pages")).sort((one, other) => other.at - one.at);
      return found ? found.way : "/";
    },
  };
})();
