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
      if (!navigator.locks) return void held(true).catch(reject);
      this.#held = navigator.locks.request(this.#name, how, held).catch((error) => (this.#release ? this.#lost() : reject(error)));
    });
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
