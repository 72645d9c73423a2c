import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import type { DetailView } from "./import-view.server";
import { ProblemTable } from "./problem-table";

/** Bad lines, with the way to have them all as a file, and remarks about others. Nothing where there is nothing to say. */
export function Problems({ id, bad, remarks, moreBad, moreRemarks }: DetailView) {
  return (
    <div className="mt-(--gap)">
      {bad.length > 0 && (
        <>
          <p className="mb-2">{moreBad && m.imports_problems_first()} <a href={paths.importBadLines(id)} download>{m.imports_problems_download()}</a></p>
          <ProblemTable caption={m.imports_problems_bad()} problems={bad} />
        </>
      )}
      {moreRemarks && <p className="mb-2">{m.imports_remarks_first()}</p>}
      {remarks.length > 0 && <ProblemTable caption={m.imports_problems_remarks()} problems={remarks} />}
    </div>
  );
}
