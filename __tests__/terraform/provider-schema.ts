type Body = Readonly<Record<string, unknown>>;
interface Dynamic {
  readonly content: Body;
}

/** A block of the provider, as `terraform providers schema -json` describes it. */
export interface Block {
  readonly attributes?: Readonly<Record<string, { readonly optional?: boolean; readonly required?: boolean }>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}

/** Terraform's own: https://developer.hashicorp.com/terraform/language/resources/syntax */
const metaArguments = ["count", "for_each", "depends_on", "lifecycle"];

/** Paths in the Terraform JSON of a block that the provider has no argument or block for. */
export function unknownArguments(block: Block, body: Body, own: readonly string[] = metaArguments): string[] {
  const { dynamic = {}, ...plain } = body as { dynamic?: Readonly<Record<string, Dynamic | readonly Dynamic[]>> };
  const repeated = Object.entries(dynamic).flatMap(([label, one]) =>
    [one].flat().map(({ content }) => [label, content] as const),
  );
  const written = Object.entries(plain).filter(([name]) => !own.includes(name) && !isArgument(block, name));
  return [...written, ...repeated].flatMap(([name, content]) => inBlock(block, name, content));
}

function isArgument({ attributes = {} }: Block, name: string): boolean {
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return attribute?.optional === true || attribute?.required === true;
}

function inBlock({ block_types: types = {} }: Block, name: string, content: unknown): string[] {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (!type) return [name];
  const bodies = (Array.isArray(content) ? content : [content]) as Body[];
  return bodies.flatMap((body) => unknownArguments(type.block, body, []).map((path) => `${name}.${path}`));
}
