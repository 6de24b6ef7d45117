// Scripts of the package that are fetched once they are needed. Some browsers remember, for as long as a page is open,
// that a script did not come; so the next time it is asked for under another address.

const missed = {}; // how often each did not come

/** Resolves with a script's exports; `first` imports it by its own name, which tools that bundle can read. */
export function fetched(name, first) {
  const times = missed[name] ?? 0;
  const coming = times ? import(new URL(`./${name}?again=${times}`, import.meta.url).href) : first();
  return coming.catch((error) => {
    missed[name] = times + 1;
    throw error;
  });
}

/** A module with its glue, begun: `{glue, exports}`. Its bytes, at `from()`, are on their way while the glue is. */
export async function begun(name, first, from) {
  const bytes = fetch(from());
  bytes.catch(() => undefined); // told where it is waited for
  const glue = await fetched(name, first);
  return { glue, exports: await glue.default({ module_or_path: bytes }) };
}
