import { createServer, request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Bench, Metrics } from "./context.ts";
import { drawSavers, saveThroughSite } from "./savers.ts";
import { openSessions } from "./sessions.ts";

/**
 * What a page costs a browser that has nothing yet, and the database:
 * `page.NAME.html_css_bytes` the page and its stylesheets, compressed, on the wire without headers;
 * `page.NAME.script_bytes` the scripts that it loads, compressed;
 * `page.NAME.round_trips` requests to PostgREST and Auth; `save.round_trips` those of a save.
 */
export async function measurePages({ product, sql }: Bench): Promise<Metrics> {
  await using counter = await countingProxy(product.apiUrl);
  await using web = await product.webAt(counter.url);
  const metrics: Metrics = {};
  const [saver] = await drawSavers(sql, product, 1);
  const [agent, outreach] = await openSessions(sql, product.jwtSecret, ["agent@kartei.example.com", "outreach@kartei.example.com"]);
  const [account] = await sql<{ number: string }[]>`select account_number as number from public.customers where kind = 'company' limit 1`;
  if (!saver || !agent || !outreach || !account) throw new Error("There is nobody to look at");
  const pages: Record<string, [path: string, cookie: string]> = {
    customer: [`/account/${saver.customer}`, saver.cookie],
    customer_edit: [`/account/${saver.customer}/edit`, saver.cookie],
    customer_history: [`/account/${saver.customer}/history`, saver.cookie],
    desk: ["/desk", agent.cookie],
    record: [`/desk/customers/${account.number}`, agent.cookie],
    record_edit: [`/desk/customers/${account.number}/edit`, agent.cookie],
    outreach: ["/desk/outreach", outreach.cookie],
  };
  for (const [name, [path, cookie]] of Object.entries(pages)) {
    counter.requests = 0;
    const page = await weigh(web.url, path, cookie);
    metrics[`page.${name}.html_css_bytes`] = page.plain;
    metrics[`page.${name}.script_bytes`] = page.script;
    metrics[`page.${name}.round_trips`] = counter.requests;
  }
  counter.requests = 0;
  await saveThroughSite(web.url, saver)();
  metrics["save.round_trips"] = counter.requests;
  return metrics;
}

async function weigh(origin: string, path: string, cookie: string): Promise<{ plain: number; script: number }> {
  const page = await get(origin + path, cookie);
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
  const html = page.encoding === "br" ? brotliDecompressSync(page.body) : gunzipSync(page.body);
  const files = new Set([...html.toString().matchAll(/\/assets\/[\w.$-]+\.(?:js|css)/g)].map(([file]) => file));
  let [plain, script] = [page.body.length, 0];
  for (const file of files) {
    const { body } = await get(origin + file, cookie);
    if (file.endsWith(".css")) plain += body.length;
    else script += body.length;
  }
  return { plain, script };
}

// Not fetch, which would unpack what comes and tell nothing of its size.
function get(url: string, cookie: string): Promise<{ status: number | undefined; encoding: string | undefined; body: Buffer }> {
  return new Promise((resolve, reject) => {
    ask(url, { headers: { cookie, "accept-encoding": "gzip, br" } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => { parts.push(part); });
      answer.on("end", () => { resolve({ status: answer.statusCode, encoding: answer.headers["content-encoding"], body: Buffer.concat(parts) }); });
      answer.on("error", reject);
    }).on("error", reject).end();
  });
}

interface Counter extends AsyncDisposable {
  url: string;
  requests: number;
}

async function countingProxy(target: string): Promise<Counter> {
  const server = createServer((from, to) => {
    counter.requests += 1;
    const onward = ask(target + (from.url ?? ""), { method: from.method, headers: from.headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    onward.on("error", () => { to.destroy(); });
    from.pipe(onward);
  });
  await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  const counter: Counter = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: 0,
    [Symbol.asyncDispose]: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
  return counter;
}
