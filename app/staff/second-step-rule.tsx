import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";

/** Whether staff must take a second step when they sign in, to be changed where the Auth server offers one. */
export function SecondStepRule({ offered, required }: { offered: boolean; required: boolean }) {
  return (
    <section className="max-w-3xl">
      <h2 className="mb-1 text-lg">{m.staff_second_step()}</h2>
      {offered
        ? (
          <>
            <p className="mb-2 max-w-prose">{required ? m.staff_second_step_is_required() : m.staff_second_step_is_optional()} <Link to={paths.security()}>{m.staff_security_link()}</Link></p>
            <PostForm action={paths.secondStepRule()}>
              <Button variant="secondary" name="required" value={required ? "no" : "yes"}>{required ? m.staff_second_step_make_optional() : m.staff_second_step_require()}</Button>
            </PostForm>
          </>
        )
        : <p className="max-w-prose">{m.staff_second_step_unavailable()}</p>}
    </section>
  );
}
