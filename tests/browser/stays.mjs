// What a page leaves on the device, in each of the ways that a browser has.  reliability.md V2

/** What the page keeps on the device, in its own words. */
export const kept = (page) =>
  page.evaluate(async () => {
    const files = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const workers = (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope);
    return { local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie, databases, caches: await caches.keys(), workers, files, window: globalThis.name };
  });
/** What is kept by a page that keeps nothing. */
export const NOTHING = { local: {}, session: {}, cookies: "", databases: [], caches: [], workers: [], files: [], window: "" };
