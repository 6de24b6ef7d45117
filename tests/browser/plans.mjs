// Records that the tests begin with. The people are invented, like those of the portal’s own plans.

import assert from "node:assert/strict";

/** The one point that is left open in `nearlyComplete`. */
export const LEFT_OPEN = { rule: "outcome-without-target-date", place: "plan/outcomes/o-4/target_date" };

/** The half-done plan with every point answered that stops it, save one. */
export function nearlyComplete(record) {
  const plan = structuredClone(record);
  const row = (list, id) => list.find((one) => one.id === id);
  row(plan.plan.actions, "t-6").due = "2026-04-30";
  row(plan.people, "p-3").views_sought = "done";
  for (const id of ["a-4", "a-5"]) row(plan.agencies, id).contribution = "Fits what the house needs.";
  row(plan.children, "c-2").communication_method = "On the floor with Mali, following what she points at.";
  row(plan.children, "c-2").culture = "Welsh and Yoruba, like her brother.";
  Object.assign(row(plan.assessment.risks, "r-2"), { shared_with: "Bryn Parry", shared_on: "2026-02-12" });
  row(plan.voices, "v-1").not_followed_reason = "Saturdays depend on the rota; Ifan was told why.";
  plan.distribution.copies = [...plan.children, ...plan.people, ...plan.professionals].map(({ id }) => ({
    id: `y-${id}`, recipient: id, meeting: "m-1", form: "agreed-plan", status: "sent", sent_on: "2026-02-20", method: "By hand",
  }));
  return plan;
}

/** Stores a record as the next version of a plan, the way the page’s own script does. */
export async function store(page, reference, record) {
  const { status, said } = await send(page, reference, record);
  assert.equal(status, 201, JSON.stringify(said));
}

/** Sends it, and answers with what the portal says. */
export function send(page, reference, record) {
  return page.evaluate(async ([record, here]) => {
    const given = await (await fetch(`${here}/data.json`)).json();
    const form = document.createElement("team-around-plan");
    form.hidden = true;
    const { version, ...settings } = given;
    Object.assign(form, settings, { record });
    const shown = new Promise((resolve) => form.addEventListener("ta-ready", resolve));
    document.body.append(form);
    await shown;
    const body = await form.exportFile().text();
    form.remove();
    const headers = { "Content-Type": "application/json", "If-Match": `"${version}"` };
    const answer = await fetch(here, { method: "POST", headers, body });
    return { status: answer.status, said: await answer.json() };
  }, [record, `/plans/${reference}`]);
}
