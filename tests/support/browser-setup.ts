import { productEnvironment, useProduct } from "./product.ts";

/** Once before all browser tests: the product of an outer run, or one of their own, which ends with them. */
export default async function setUp(): Promise<() => PromiseLike<void>> {
  const { [Symbol.asyncDispose]: stop, ...product } = await useProduct();
  Object.assign(process.env, productEnvironment(product));
  return stop;
}
