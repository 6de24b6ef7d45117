// Whose turn it is to write a form: that of one window, for as long as it lives, unless another one asks for it.

const PATIENCE = 3000; // milliseconds that another window has to hand a form over

// Turns that were given back in this page, until the browser has taken note.
const ending = new Map();

export class Turn {
  #name; // without anybody's name in it
  #told; // what it tells: {begin(turn), asked(), lost()}; `begin` answers whether the turn is still wanted
  #release;
  #held; // settles once the browser has the turn back
  #channel;
  #rests = false; // whether the turn was given back because the page was left, which may come back whole

  constructor(name, told) {
    this.#name = name;
    this.#told = told;
  }

  /** Resolves once this window has begun, with the turn or without it. */
  async begin(how = { ifAvailable: true }) {
    await ending.get(this.#name);
    return new Promise((resolve, reject) => {
      const held = async (lock) => {
        const wanted = await this.#told.begin(Boolean(lock));
        this.#listen(Boolean(lock && wanted));
        resolve();
        if (lock && wanted) await new Promise((done) => (this.#release = done));
      };
      this.#ask(how, held, (error) => (this.#release ? this.#lost() : reject(error)));
    });
  }

  /** The page is left. A browser may keep it whole, with its lock, and nobody could write in the meantime. */
  rest() {
    this.#rests ||= Boolean(this.#release);
    this.end();
  }

  /** The page is back as it was: it goes on, unless another window has begun. */
  async resume() {
    if (!this.#rests) return;
    this.#rests = false;
    await ending.get(this.#name);
    const held = async (lock) => {
      if (!lock) return this.#lost();
      this.#listen(true);
      await new Promise((done) => (this.#release = done));
    };
    this.#ask({ ifAvailable: true }, held, () => this.#lost());
  }

  #ask(how, held, failed) {
    if (navigator.locks) this.#held = navigator.locks.request(this.#name, how, held).catch(failed);
    else held(true).catch(failed);
  }

  /** Takes the turn; the window that has it is asked first, and not waited for for ever. */
  async take() {
    const channel = globalThis.BroadcastChannel && new BroadcastChannel(this.#name);
    channel?.postMessage("give");
    channel?.close();
    await this.begin({ signal: AbortSignal.timeout(PATIENCE) }).catch(() => this.begin({ steal: true }));
  }

  #lost() {
    this.#release = undefined;
    this.#listen(false);
    this.#told.lost();
  }

  #listen(turn) {
    this.#channel?.close();
    this.#channel = undefined;
    if (!turn || !globalThis.BroadcastChannel) return;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = async () => {
      // Given whole, as far as there is time for it.
      await Promise.race([this.#told.asked(), new Promise((late) => setTimeout(late, PATIENCE / 2))]);
      this.#told.lost();
      this.end();
    };
  }

  /** Gives the turn back. */
  end() {
    this.#listen(false);
    if (this.#release) ending.set(this.#name, this.#held);
    this.#release?.();
    this.#release = undefined;
  }
}
