/** The elements' events: each bubbles, and crosses the shadow root. */
export interface TeamAroundEvents {
  "ta-ready": CustomEvent<void>;
  "ta-error": CustomEvent<{ message: string }>;
}

/** The plan form. */
export declare class TeamAroundPlan extends HTMLElement {
  addEventListener<K extends keyof TeamAroundEvents>(
    type: K,
    listener: (this: TeamAroundPlan, event: TeamAroundEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "team-around-plan": TeamAroundPlan;
  }
}
