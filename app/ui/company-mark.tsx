import { company } from "../../kartei.config";

/** The company's logo, or its name lettered as on the label holder of a drawer. Leads to the front page. */
export function CompanyMark() {
  return (
    <a href="/" className="inline-flex min-h-11 items-center text-ink no-underline">
      {company.logo ? <img src={company.logo} alt={company.name} className="h-9 w-auto" /> : <DrawerLabel name={company.name} />}
    </a>
  );
}

function DrawerLabel({ name }: { name: string }) {
  return (
    <span className="border border-edge bg-card p-0.5">
      <span className="block border border-edge px-3 py-0.5 font-label text-lg font-bold tracking-wide">{name}</span>
    </span>
  );
}
