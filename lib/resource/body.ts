import type { IResolvable, TerraformMetaArguments } from "../cdk";
import type { Dynamic } from "../expression/collections";
import type { Expression } from "../expression/state";

type Scalar = string | number | boolean | undefined;

/** What a provider's configuration may hold in a module body: values, references, repeated blocks. */
export type Body<T> = Setting<Exclude<T, IResolvable>>;

// Not distributed over scalars: a reference to a boolean is no reference to true or one to false.
type Setting<T> = [T] extends [Scalar]
  ? T | Expression<T | undefined>
  : T extends undefined
    ? undefined
    : T extends readonly (infer E)[]
      ? List<Exclude<E, IResolvable>>
      : IsBlock<T> extends true
        ? Block<T> | Dynamic<Block<T>>
        : Collection<T>;

/** cdktf's types for blocks are the object types that name their members. */
type IsBlock<T> = T extends Scalar | readonly unknown[] ? false : string extends keyof T ? false : true;

type List<E> = [E] extends [Scalar]
  ? readonly Body<E>[] | Expression<readonly unknown[] | undefined>
  : IsBlock<E> extends true
    ? readonly Block<E>[] | Dynamic<Block<E>>
    : readonly Body<E>[] | Expression<readonly unknown[] | undefined>;

type Collection<T> =
  | { readonly [K in keyof T]: Body<T[K]> }
  | Expression<{ readonly [key: string]: unknown } | undefined>;

/** A block of a resource: the provider's own members, none of them misspelt. */
export type Block<T> = { [K in keyof T]: Body<T[K]> };

/** The settings of a resource: its configuration, and of Terraform's meta-arguments what a module body may decide. */
export type Settings<C> = Block<Omit<NonNullable<C>, keyof TerraformMetaArguments>> &
  Block<Pick<TerraformMetaArguments, "lifecycle">> & {
    /** Resources of the same module that must be there first, where no reference says so. */
    readonly dependsOn?: readonly { readonly path: string | undefined }[];
  };
