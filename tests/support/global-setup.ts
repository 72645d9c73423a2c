import type { TestProject } from "vitest/node";
import { actors } from "./actors.ts";
import type { ActorName } from "./actors.ts";
import { useProduct } from "./product.ts";
import type { Product } from "./product.ts";
import { signIn } from "./sign-in.ts";
import type { Session } from "./sign-in.ts";

declare module "vitest" {
  interface ProvidedContext {
    product: Product;
    sessions: Record<ActorName, Session>;
  }
}

/** Once per run: a product, and a session for every actor. */
export async function setup(project: TestProject): Promise<() => PromiseLike<void>> {
  const { [Symbol.asyncDispose]: stop, ...product } = await useProduct();
  project.provide("product", product);
  const sessions = await Promise.all(Object.entries(actors).map(async ([name, email]) => [name, await signIn(product, email)] as const));
  project.provide("sessions", Object.fromEntries(sessions) as Record<ActorName, Session>);
  return stop;
}
