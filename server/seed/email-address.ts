import type { Random } from "./random.ts";
import type { PersonName } from "./seed-customer.ts";

// RFC 2606 keeps example.com, .net and .org, with all below them, from ever being anybody's.
const privateHosts = ["post.example.com", "mail.example.net", "freenet.example.org", "inbox.example.com"];
const workHosts = ["office.example.com", "work.example.net", "klinikum.example.org", "uni.example.org"];
const domains = ["example.com", "example.net", "example.org"];

/** Draws a person's private address; the serial at its end makes it nobody else's. */
export function drawPrivateEmail(random: Random, name: PersonName, serial: number): string {
  const given = slug(name.given);
  const family = slug(name.family);
  const styles = [`${given}.${family}`, `${given}.${family}`, `${given[0]}.${family}`, `${family}.${given}`];
  const box = family === "" ? given : random.pick(styles);
  const typed = random.chance(0.03) ? capitalise(box) : box;
  return `${typed}${serial}@${random.pick(privateHosts)}`;
}

/** Draws a person's address at work, told apart from the private one by its host. */
export function drawWorkEmail(random: Random, name: PersonName, serial: number): string {
  return `${slug(`${name.given} ${name.family}`).replaceAll("-", ".")}${serial}@${random.pick(workHosts)}`;
}

/** Draws a company's own domain, such as `weber-elektrotechnik-48.example.com`. */
export function drawCompanyDomain(random: Random, company: string, serial: number): string {
  const start = company.split(" ").filter((word) => !fillers.has(word)).slice(0, 2);
  return `${slug(start.join(" "))}-${serial}.${random.pick(domains)}`;
}

const fillers = new Set(["The", "&", "és"]);

const spelledOut: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", đ: "d", ł: "l", ı: "i" };

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüßđłı]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize("NFD")
    .replace(/[^a-z]+/g, (rest) => (/^\p{M}+$|^’$/u.test(rest) ? "" : "-"))
    .replace(/^-|-$/g, "");
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
