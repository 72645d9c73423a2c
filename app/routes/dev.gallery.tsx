import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { documentTitle } from "~/ui/document-title";
import type { Examples } from "~/ui/examples/example";
import { pages, parts } from "~/ui/examples";
import { MAIN } from "~/ui/skip-link";

export const meta: MetaFunction = () => [{ title: documentTitle("Gallery") }];

/** Every primitive in its named states; `?page=DeskShell/with a table` shows one of the whole pages. Not in production. */
export function loader({ request }: LoaderFunctionArgs) {
  if (!import.meta.env.DEV) throw new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  return { page: searchParams.get("page"), dense: searchParams.has("dense") };
}

export default function Gallery() {
  const { page, dense } = useLoaderData<typeof loader>();
  const [primitive, state] = page?.split("/") ?? [];
  const whole = pages.find((one) => one.primitive === primitive)?.states[state ?? ""];
  return whole ?? <Parts dense={dense} />;
}

function Parts({ dense }: { dense: boolean }) {
  return (
    <main id={MAIN} className={`column py-8 ${dense ? "desk" : ""}`}>
      <h1 className="text-2xl">Gallery</h1>
      <ul className="my-4 columns-2">
        {pages.flatMap(({ primitive, states }) => Object.keys(states).map((state) => <PageLink key={state} to={`${primitive}/${state}`} />))}
      </ul>
      {parts.map((examples) => (
        <Primitive key={examples.primitive} {...examples} />
      ))}
    </main>
  );
}

function PageLink({ to }: { to: string }) {
  return (
    <li>
      <a href={`?page=${encodeURIComponent(to)}`}>{to}</a>
    </li>
  );
}

function Primitive({ primitive, states }: Examples) {
  return (
    <section className="mt-10 border-t border-edge pt-3">
      <h2 className="text-lg">{primitive}</h2>
      {Object.entries(states).map(([state, element]) => (
        <div key={state} className="mt-3">
          <p className="mb-2 text-sm text-ink-soft">{state}</p>
          {element}
        </div>
      ))}
    </section>
  );
}
