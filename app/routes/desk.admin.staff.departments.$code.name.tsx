import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { AdminFrame } from "~/desk/admin-frame";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { DepartmentList, departmentField } from "~/staff/department-list";
import { readDepartmentName } from "~/staff/member-form.server";
import { viewStaff } from "~/staff/staff-view.server";
import { readStaff, renameDepartment } from "~/staff/staff.server";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.staff_departments()) }];

/** Reached by reloading: the page of all departments is the place. */
export function loader({ request }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.departments());
}

/** Gives a department another name; one that is taken is told beside its field. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const code = parameter(params, "code");
  const { typed, ...read } = readDepartmentName(await request.formData(), departmentField(code));
  const error = "error" in read ? read.error : await renameDepartment(db, code, read.name).then(() => null, refused);
  if (!error) return redirect(paths.departments());
  const { me, ...overview } = await readStaff(db);
  return data({ me, departments: viewStaff({ me, ...overview }).departments, answer: { code, typed, error } }, { status: 422 });
}

function refused(error: unknown): string {
  if (!(error instanceof Refusal)) throw error;
  return errorText(error.messageKey);
}

export default function DepartmentName() {
  const page = useActionData<typeof action>();
  if (!page) return null;
  const { me, departments, answer } = page;
  return (
    <AdminFrame me={me}>
      <ErrorSummary errors={[{ name: departmentField(answer.code), message: answer.error }]} />
      <PageTitle>{m.staff_departments()}</PageTitle>
      <DepartmentList departments={departments} answer={answer} />
    </AdminFrame>
  );
}
