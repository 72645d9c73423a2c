import type { ReactNode } from "react";
import { Button, type ButtonVariant } from "~/ui/button";
import { PostForm } from "~/ui/form";

/** One thing that can be done with an import. It loads the page anew: an answer that refuses has a page of its own. */
export function ActButton({ action, variant = "secondary", children }: { action: string; variant?: ButtonVariant; children: ReactNode }) {
  return <PostForm reloadDocument action={action}><Button variant={variant}>{children}</Button></PostForm>;
}
