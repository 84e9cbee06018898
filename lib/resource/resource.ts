import { Construct, TerraformDataSource, type TerraformMetaArguments, type TerraformResource } from "../cdk";
import { UserError } from "../diagnostic";
import { entries, type Items } from "../expression/collections";
import type { Exactly } from "../expression/exact";
import { bare, presence } from "../expression/print";
import { type Ref, reference } from "../expression/ref";
import { type Expression, isKnown, knownValue } from "../expression/state";
import { overridesOf, split } from "./blocks";
import type { Settings } from "./body";
import { type Element, Handle, Handles } from "./handle";

interface Class<C, R extends Element> {
  new (scope: Construct, id: string, config: C & TerraformMetaArguments): R;
  readonly prototype: R;
  readonly tfResourceType: string;
}
type ResourceClass<C, R extends TerraformResource> = Class<C, R>;
type DataSourceClass<C, R extends TerraformDataSource> = Class<C, R>;

/** One resource. */
export const resource = <C, R extends TerraformResource>(
  scope: Construct,
  id: string,
  type: ResourceClass<C, R>,
  settings: Settings<C>,
): Handle<R> => new Handle(create(scope, id, type, settings));

/** What is there already, looked up while Terraform plans. */
export const dataSource = <C, R extends TerraformDataSource>(
  scope: Construct,
  id: string,
  type: DataSourceClass<C, R>,
  settings: Settings<C>,
): Handle<R> => new Handle(create(scope, id, type, settings));

/** A resource that exists where `item` is not null: by `count` in a module, plainly there or not where it is known. */
export const optionalResource = <C, R extends TerraformResource, T, S>(
  scope: Construct,
  id: string,
  type: ResourceClass<C, R>,
  item: Expression<T>,
  settings: (value: Ref<NonNullable<T>>) => Exactly<Settings<C>, S>,
): Handle<R> => createOptional(scope, id, type, item, settings);

/** What is looked up where `item` is not null. */
export const optionalDataSource = <C, R extends TerraformDataSource, T, S>(
  scope: Construct,
  id: string,
  type: DataSourceClass<C, R>,
  item: Expression<T>,
  settings: (value: Ref<NonNullable<T>>) => Exactly<Settings<C>, S>,
): Handle<R> => createOptional(scope, id, type, item, settings);

function createOptional<C, R extends Element, T, S>(
  scope: Construct,
  id: string,
  type: Class<C, R>,
  item: Expression<T>,
  settings: (value: Ref<NonNullable<T>>) => Exactly<Settings<C>, S>,
): Handle<R> {
  const value = item as Ref<NonNullable<T>>;
  if (isKnown(item))
    return new Handle(knownValue(item) === null ? undefined : create(scope, id, type, settings(value)));
  const count = `\${${presence(item)} ? 1 : 0}`;
  return new Handle(create(scope, id, type, settings(value), { count }), true);
}

/**
 * One resource per entry of a map: by `for_each` in a module, written out one by one where the map is known.
 * @throws UserError where the map is known and two of its keys differ in nothing but signs.
 */
export function eachResource<C, R extends TerraformResource, T extends object, S>(
  scope: Construct,
  id: string,
  type: ResourceClass<C, R>,
  items: Expression<T>,
  settings: (item: Ref<Items<T>>, key: Ref<string>) => Exactly<Settings<C>, S>,
): Handles<R> {
  if (isKnown(items)) return new Handles(writtenOut(scope, id, type, items, settings as never));
  const each = settings(reference("each.value") as never, reference("each.key"));
  return new Handles(create(scope, id, type, each, { for_each: `\${${bare(items)}}` }));
}

function create<C, R extends Element>(
  scope: Construct,
  id: string,
  type: Class<C, R>,
  settings: Settings<C>,
  meta: Record<string, unknown> = {},
): R {
  const { dependsOn = [], ...rest } = settings;
  const { config, repeated } = split(rest as Record<string, unknown>);
  const made = new type(ofType(scope, type), id, config as C & TerraformMetaArguments);
  const first = dependsOn.flatMap((handle) => handle.path ?? []);
  if (first.length > 0) made.addOverride("depends_on", first);
  for (const [path, content] of Object.entries({ ...meta, ...overridesOf(made, repeated) }))
    made.addOverride(path, content);
  return made;
}

/** A scope for each type of resource, so that two types may share an id: `aws_iam_role.this`, `aws_sqs_queue.this`. */
function ofType(scope: Construct, { prototype, tfResourceType }: { prototype: Element; tfResourceType: string }) {
  const name = prototype instanceof TerraformDataSource ? `data_${tfResourceType}` : tfResourceType;
  return (scope.node.tryFindChild(name) as Construct | undefined) ?? new Construct(scope, name);
}

function writtenOut<C, R extends TerraformResource>(
  scope: Construct,
  id: string,
  type: ResourceClass<C, R>,
  items: Expression<unknown>,
  settings: (item: Expression<unknown>, key: Ref<string>) => Settings<C>,
): ReadonlyMap<string, Handle<R>> {
  const pairs = entries(items).map(([key, item]) => ({ key, item, name: `${id}_${slug(String(key))}` }));
  refuseTwins(scope, pairs);
  return new Map(
    pairs.map(({ key, item, name }) => [
      String(key),
      new Handle(create(scope, name, type, settings(item, key as Ref<string>))),
    ]),
  );
}

const slug = (key: string) => key.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_+|_+$/g, "");

function refuseTwins(scope: Construct, pairs: readonly { key: Expression<unknown>; name: string }[]): void {
  const twins = pairs.flatMap(({ key, name }, i) => {
    const first = pairs.findIndex((other) => other.name === name);
    return first === i ? [] : [{ name, keys: `"${pairs[first]?.key}" and "${key}"` }];
  });
  if (twins.length === 0) return;
  throw new UserError(
    twins.map(({ name, keys }) => ({
      message: `${scope.node.path}: the keys ${keys} are too alike`,
      help: `both become the construct id ${name}: let them differ in a letter or digit`,
    })),
  );
}
