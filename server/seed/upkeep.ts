import type { Calendar } from "./calendar.ts";
import type { Random } from "./random.ts";
import type { Provenance } from "./seed-customer.ts";

/** How well a customer's details are kept: what was said last, when, and how much was never confirmed. */
export type Upkeep = { customerForDays: number; lastContact: Contact; neverConfirmed: number };

type Contact = { daysAgo: number } & Pick<Provenance, "channel"> & { confirmedBy: "customer" | "staff" | "import" };

const oldestConfirmation = 5 * 365;

const habits = [
  { share: 0.4, from: 1, to: 300, neverConfirmed: 0.03 },
  { share: 0.35, from: 200, to: 720, neverConfirmed: 0.1 },
  { share: 0.19, from: 760, to: oldestConfirmation, neverConfirmed: 0.3 },
  { share: 0.06, from: 760, to: oldestConfirmation, neverConfirmed: 1 },
];

const staffChannels = ["phone", "phone", "phone", "invoice", "form", "letter", "fax", "email", "chat", "in_person"] as const;
const customerChannels = ["online", "online", "online", "phone", "email"] as const;
const unconfirmedChannels = ["import", "import", "import", "invoice", "letter", "phone"] as const;

/** Draws a customer's upkeep: 25 % were last in touch more than two years ago, some of them never. */
export function drawUpkeep(random: Random): Upkeep {
  const { from, to, neverConfirmed } = random.pickByShare(habits);
  const lastContact = drawContact(random, from, to);
  return { customerForDays: lastContact.daysAgo + random.int(30, 4000), lastContact, neverConfirmed };
}

/** Draws where one detail comes from; most details of a customer were confirmed at the last contact. */
export function drawProvenance(random: Random, calendar: Calendar, upkeep: Upkeep): Provenance {
  const { lastContact, customerForDays } = upkeep;
  if (random.chance(upkeep.neverConfirmed)) {
    const knownSince = calendar.dateBefore(random.int(lastContact.daysAgo, customerForDays));
    return { knownSince, confirmedAt: null, confirmedBy: null, channel: random.pick(unconfirmedChannels) };
  }
  const oldest = Math.min(customerForDays, oldestConfirmation);
  const contact = random.chance(0.7) ? lastContact : drawContact(random, lastContact.daysAgo, oldest);
  return {
    knownSince: calendar.dateBefore(random.int(contact.daysAgo, customerForDays)),
    confirmedAt: calendar.instantBefore(contact.daysAgo, random.int(officeOpens, officeCloses)),
    confirmedBy: contact.confirmedBy,
    channel: contact.channel,
  };
}

/** Minutes of the UTC day that fall on the same date in all four countries. */
const officeOpens = 7 * 60;
const officeCloses = 18 * 60;

function drawContact(random: Random, from: number, to: number): Contact {
  const daysAgo = random.int(from, to);
  const by = random.int(1, 10);
  if (by <= 5) return { daysAgo, confirmedBy: "customer", channel: random.pick(customerChannels) };
  if (by <= 9) return { daysAgo, confirmedBy: "staff", channel: random.pick(staffChannels) };
  return { daysAgo, confirmedBy: "import", channel: "import" };
}

/** Gives all that was confirmed in one contact (one day, channel and side) the first one's moment, in place; returns the list. */
export function shareMoments<Detail extends Provenance>(details: Detail[]): Detail[] {
  const moments = new Map<string, string>();
  for (const each of details) {
    if (each.confirmedAt === null) continue;
    const contact = `${each.confirmedAt.slice(0, 10)} ${each.channel} ${each.confirmedBy}`;
    const moment = moments.get(contact) ?? each.confirmedAt;
    moments.set(contact, moment);
    each.confirmedAt = moment;
  }
  return details;
}
