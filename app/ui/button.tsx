import { Link } from "@remix-run/react";
import type { LinkProps } from "@remix-run/react";
import { type ComponentProps, type ComponentPropsWithoutRef, forwardRef } from "react";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

/** A button that does something; by default it submits the form it stands in. */
export const Button = forwardRef<HTMLButtonElement, ComponentPropsWithoutRef<"button"> & { variant?: ButtonVariant }>(
  function Button({ variant = "primary", type = "submit", ...rest }, ref) {
    return <button ref={ref} type={type} className={`button button-${variant}`} {...rest} />;
  },
);

/** A link that looks like a button because it is the way on. */
export function ButtonLink({ variant = "primary", ...rest }: LinkProps & { variant?: ButtonVariant }) {
  return <Link className={`button button-${variant}`} {...rest} />;
}

/** Buttons side by side where there is room, one above the other where there is not. */
export function ButtonRow(props: Pick<ComponentProps<"div">, "children">) {
  return <div className="mt-(--gap) flex flex-wrap items-center gap-x-4 gap-y-2" {...props} />;
}
