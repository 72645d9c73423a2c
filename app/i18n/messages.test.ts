import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Refusal } from "~/db/refusal";
import { errorText } from "./error-text";
import { locales } from "./locale";

const folder = new URL("./messages/", import.meta.url);
const areas = [...new Set(readdirSync(folder).map((file) => file.split(".")[0] ?? ""))];

describe.each(areas)("the catalogue %s", (area) => {
  const catalogues = locales.map((locale) => ({ locale, messages: read(area, locale) }));
  const keys = [...new Set(catalogues.flatMap(({ messages }) => Object.keys(messages)))];

  test.each(catalogues)("has every message in $locale", ({ messages }) => {
    expect(keys.filter((key) => isEmpty(messages[key]))).toEqual([]);
  });

  test.each(catalogues)("takes the same inputs in $locale as elsewhere", ({ messages }) => {
    const [first] = catalogues;
    const differing = keys.filter((key) => inputs(messages[key]).join() !== inputs(first?.messages[key]).join());
    expect(differing).toEqual([]);
  });

  test("prefixes its keys with its name", () => {
    expect(keys.filter((key) => !key.startsWith(`${area}_`))).toEqual([]);
  });
});

test("every code that SQL raises has a sentence", () => {
  const migrations = new URL("../../supabase/migrations/", import.meta.url);
  const sql = readdirSync(migrations).map((file) => readFileSync(new URL(file, migrations), "utf8")).join("\n");
  const codes = [...sql.matchAll(/refuse\('PT(?:409|410|422|429)', '(\w+)'/g)].map(([, code]) => code ?? "");
  expect(codes.length).toBeGreaterThan(10);
  const silent = [...new Set(codes)].filter((code) => new Refusal(422, code).messageKey === "errors_unexpected");
  expect(silent).toEqual([]);
  for (const code of codes) expect(errorText(new Refusal(422, code).messageKey)).not.toBe("");
});

type Message = string | { match: Record<string, string> }[] | undefined;

function read(area: string, locale: string): Record<string, Message> {
  return JSON.parse(readFileSync(new URL(`${area}.${locale}.json`, folder), "utf8")) as Record<string, Message>;
}

function isEmpty(message: Message): boolean {
  const texts = typeof message === "string" ? [message] : (message ?? []).flatMap(({ match }) => Object.values(match));
  return texts.length === 0 || texts.some((text) => text.trim() === "");
}

function inputs(message: Message): string[] {
  const text = typeof message === "string" ? message : JSON.stringify(message?.map(({ match }) => match) ?? "");
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""))].toSorted();
}
