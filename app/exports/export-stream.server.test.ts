import { describe, expect, test } from "vitest";
import type { Db } from "~/db/client.server";
import { exportStream } from "./export-stream.server";

type Answer = { customers: object[]; more: boolean } | Error;

/** A database that answers with these pages, one after the other; `asked` says what it was asked. */
function database(...pages: Answer[]): { db: Db; asked: string[] } {
  const asked: string[] = [];
  const answer = (name: string, args: object): unknown => {
    if (name === "end_export") {
      asked.push(`end, ${"completed" in args && args.completed === true ? "completed" : "broken off"}`);
      return null;
    }
    asked.push("page");
    const page = pages.shift();
    if (page instanceof Error) throw page;
    return page;
  };
  return { asked, db: { call: async (name, args, schema) => schema.parse(await Promise.resolve(answer(name, args))) } };
}

const customer = {
  accountNumber: "10000412", kind: "person", locale: "de", contactBy: "email", yearlySpend: 0, birthDate: null, remindersOptOut: false,
  since: "2019-01-01T00:00:00+00:00", details: [],
};
const file = { head: "head\n", lines: (customers: object[]) => customers.map(() => "line\n").join("") };
const page = (size: number, more: boolean) => ({ customers: Array.from({ length: size }, () => customer), more });
const id = "0b9c6a1e-7c6f-4a39-9a3e-0d5f6f1f2a10";

const text = async (reader: ReadableStreamDefaultReader<Uint8Array>) => new TextDecoder().decode((await reader.read()).value);

describe("the stream of an export", () => {
  test("holds every page, and the log says that it was completed", async () => {
    const { db, asked } = database(page(2, true), page(1, true), page(0, false));

    expect(await new Response(exportStream(db, id, file)).text()).toBe("head\nline\nline\nline\n");
    expect(asked).toEqual(["page", "page", "page", "end, completed"]);
  });

  test("asks for a page only when somebody wants to read on", async () => {
    const { db, asked } = database(page(1, true), page(1, true), page(1, false));
    const reader = exportStream(db, id, file).getReader();
    expect(asked).toEqual([]);

    expect(await text(reader)).toBe("head\n");
    expect(asked).toEqual([]);
    expect(await text(reader)).toBe("line\n");
    expect(asked).toEqual(["page"]);
  });

  test("stops when its reader goes away, also before the first word", async () => {
    for (const reads of [0, 1, 2]) {
      const { db, asked } = database(page(1, true), page(1, false));
      const reader = exportStream(db, id, file).getReader();
      for (let at = 0; at < reads; at += 1) await reader.read();
      await reader.cancel();

      expect(asked.at(-1)).toBe("end, broken off");
      expect(asked.filter((what) => what === "page")).toHaveLength(Math.max(0, reads - 1));
    }
  });

  test("is not taken for completed by a reader who leaves before its end", async () => {
    const { db, asked } = database(page(1, false));
    const reader = exportStream(db, id, file).getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();

    expect(asked).toEqual(["page", "end, broken off"]);
  });

  test("breaks where the database refuses, so that half a file is not taken for the whole", async () => {
    const { db, asked } = database(page(1, true), new Error("403 not_allowed"));

    await expect(new Response(exportStream(db, id, file)).text()).rejects.toThrow(/broke off: Error: 403 not_allowed/);
    expect(asked).toEqual(["page", "page", "end, broken off"]);
  });
});
