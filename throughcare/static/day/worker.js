// Stands between the browser and the line: opens the page of a day, the register of a group or the
// list of a wing where there is none, and sees to it that nothing stays on the device after signing
// out. Every other page goes past it.
importScripts("/static/day/vault.js");

const STATIC = "throughcare-day-static";
const WING = /^\/observe\/.+$/;
const DAY = /^\/(separation\/.+\/day|programmes\/groups\/.+\/register|observe\/.+)$/;
const PATIENCE = 10_000; // of a weak line, in milliseconds, where the page is kept
// As the service says it of every page: throughcare/config/settings.py.
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
  + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const keep = event.data && event.data.keep;
  if (keep) event.waitUntil(caches.open(STATIC).then((cache) => cache.addAll(keep)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const way = new URL(request.url);
  if (way.origin !== self.location.origin) return;
  if (request.method === "POST" && way.pathname === "/sign-out") {
    event.respondWith(leave(request));
  } else if (request.method !== "GET") {
    return;
  } else if (request.mode === "navigate" && DAY.test(way.pathname)) {
    event.respondWith(page(request, keptAs(way)));
  } else if (way.pathname.startsWith("/static/")) {
    event.respondWith(fetch(request).catch(async (failed) => {
      const kept = await caches.match(request, { cacheName: STATIC });
      if (kept) return kept;
      throw failed;
    }));
  }
});

// The list of a wing is kept by its part alone: not by the spot, nor by who waits for a talk.
function keptAs({ pathname, search, searchParams }) {
  if (!WING.test(pathname)) return pathname + search;
  return searchParams.has("page") ? `${pathname}?page=${searchParams.get("page")}` : pathname;
}

async function page(request, way) {
  const html = await self.vault.page(way).catch(() => null);
  if (html === null) return fetch(request);
  const slow = new Promise((_found, failed) => { setTimeout(failed, PATIENCE); });
  const answer = await Promise.race([fetch(request), slow]).catch(() => null);
  // 502 and above come from what stands before the service: it is as far away as without a line.
  if (answer && answer.status < 502) return answer;
  return new Response(html.replace('id="device"', 'id="device" data-stored="1"'), {
    headers: {
      "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY,
      "Cache-Control": "no-store", "Referrer-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

// Entries that wait would be lost with their key: their person is led to them first. The page there
// asks, and throws them away only where the person says so.
async function leave(request) {
  try {
    const account = await self.vault.last();
    if (account !== undefined) {
      const { mine, open } = await self.vault.waiting(account);
      if (mine + open) {
        return Response.redirect(`${await self.vault.lastPage()}#device`, 303);
      }
      await self.vault.forget(account);
    }
  } catch {
    indexedDB.deleteDatabase("throughcare-day"); // better nothing than something left behind
  }
  return fetch(request);
}
