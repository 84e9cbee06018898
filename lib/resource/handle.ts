import {
  type ComplexList,
  type ComplexObject,
  type IResolvable,
  resolve,
  TerraformDataSource,
  type TerraformResource,
} from "../cdk";
import { hcl } from "../expression/print";
import { literal, type Ref, reference } from "../expression/ref";
import type { Expression } from "../expression/state";
import { terraformName } from "./names";

/** What Terraform makes, or looks up. */
export type Element = TerraformResource | TerraformDataSource;

type Plain<T> = T extends IResolvable ? never : T extends string | number | boolean | readonly string[] ? T : never;
type Readable<T> = [T] extends [string | number | string[]] ? T : IResolvable extends T ? Plain<T> : never;

/** Names of the attributes that the class of a resource or data source can be asked for. */
export type Attribute<R> = {
  [K in keyof R]: K extends keyof TerraformResource | keyof TerraformDataSource | `${string}Input`
    ? never
    : [Readable<R[K]>] extends [never]
      ? never
      : K;
}[keyof R] &
  string;
type AttributeType<R, K extends keyof R> = Readable<R[K]>;

/** Names of its blocks. */
type Blocks<R> = { [K in keyof R]: R[K] extends ComplexList | ComplexObject ? K : never }[keyof R] & string;
type Inside<B> = B extends ComplexList & { get(index: number): infer Item } ? Item : B;

/** A resource, or what a data source found; its attributes are references that hold whether or not Terraform counts it. */
export class Handle<R extends Element = Element> {
  constructor(
    private readonly resource: R | undefined,
    private readonly counted = false,
  ) {}

  /** Its address in its module; undefined where it was not made. */
  get path(): string | undefined {
    return this.resource && pathOf(this.resource);
  }

  /** An attribute, or null where it was not made. */
  attribute<K extends Attribute<R>>(name: K): Ref<AttributeType<R, K>> {
    if (!this.resource) return literal(null) as never;
    const { path, attribute } = addressOf(this.resource, name);
    return reference(this.counted ? `one(${path}[*].${attribute})` : `${path}.${attribute}`);
  }

  /** A member of each of its blocks of one kind; none where it was not made. */
  inEach<K extends Blocks<R>, M extends Attribute<Inside<R[K]>>>(
    name: K,
    member: M,
  ): Ref<AttributeType<Inside<R[K]>, M>[]> {
    if (!this.resource) return literal([]) as never;
    const members = `${terraformName(name)}[*].${terraformName(member)}`;
    return reference(this.counted ? `flatten(${this.path}[*].${members})` : `${this.path}.${members}`) as never;
  }
}

/** The resources that were made for the entries of a map. */
export class Handles<R extends Element = Element> {
  constructor(private readonly made: R | ReadonlyMap<string, Handle<R>>) {}

  /** The addresses of all of them, for `dependsOn`. */
  get paths(): readonly { readonly path: string | undefined }[] {
    const all = this.made instanceof Map ? [...this.made.values()] : [new Handle(this.made as R)];
    return all.map(({ path }) => ({ path }));
  }

  /** An attribute of the entry with this key. */
  at<K extends Attribute<R>>(key: Expression<string>, name: K): Ref<AttributeType<R, K>> {
    if (!(this.made instanceof Map)) {
      const { path, attribute } = addressOf(this.made as R, name);
      return reference(`${path}[${hcl(key)}].${attribute}`);
    }
    const one = this.made.get(String(key));
    return one ? one.attribute(name) : reference(`${hcl(this.all(name))}[${hcl(key)}]`);
  }

  /** An attribute of every entry, by key. */
  all<K extends Attribute<R>>(name: K): Ref<Record<string, AttributeType<R, K>>> {
    if (this.made instanceof Map)
      return literal(Object.fromEntries([...this.made].map(([key, h]) => [key, h.attribute(name)]))) as never;
    const { path, attribute } = addressOf(this.made as R, name);
    return reference(`{for key, one in ${path} : key => one.${attribute}}`) as never;
  }
}

function pathOf(element: Element): string {
  const path = `${element.terraformResourceType}.${element.friendlyUniqueId}`;
  return element instanceof TerraformDataSource ? `data.${path}` : path;
}

function addressOf(resource: Element, name: string): { path: string; attribute: string } {
  const path = pathOf(resource);
  const token = String(resolve(resource, Reflect.get(resource, name)));
  const attribute = token.slice(`\${${path}.`.length, -1);
  return { path, attribute };
}
