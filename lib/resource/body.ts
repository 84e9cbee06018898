import type { IResolvable, TerraformMetaArguments } from "../cdk";
import type { Dynamic } from "../expression/collections";
import type { Expression } from "../expression/state";

type Scalar = string | number | boolean | undefined;

/**
 * What a provider's configuration may hold in a module body: values, references, repeated blocks. The block itself
 * stands outside of all conditions, which lets the compiler see what is expected inside it before it knows which
 * resource this is, two plain blocks deep.
 */
export type Body<T> = Block<BlockOf<T>> | Other<Exclude<T, IResolvable>>;

/** cdktf's types for blocks are the object types that name their members. */
type BlockOf<T> = T extends Scalar | readonly unknown[] | IResolvable ? never : string extends keyof T ? never : T;

// Not distributed over scalars: a reference to a boolean is no reference to true or one to false.
type Other<T> = [T] extends [Scalar] ? T | Expression<T | undefined> : NoScalar<T>;
type NoScalar<T> = T extends undefined
  ? undefined
  : T extends Scalar
    ? T | Expression<T | undefined>
    : T extends readonly (infer E)[]
      ? List<Exclude<E, IResolvable>>
      : [BlockOf<T>] extends [never]
        ? Collection<T>
        : Dynamic<Block<T>>;

type List<E> = [BlockOf<E>] extends [never]
  ? readonly Body<E>[] | Expression<readonly unknown[] | undefined>
  : readonly Block<E>[] | Dynamic<Block<E>>;

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
