import {
  DefaultTokenResolver,
  StringConcat,
  TerraformDataSource,
  type TerraformElement,
  TerraformResource,
  TerraformStack,
  Tokenization,
} from "cdktf";
import type { Construct } from "constructs";

export type { IResolvable, TerraformMetaArguments } from "cdktf";
export {
  App,
  ComplexList,
  ComplexObject,
  TerraformBackend,
  TerraformDataSource,
  TerraformHclModule,
  TerraformResource,
  TerraformStack,
  Token,
} from "cdktf";
export { Construct } from "constructs";

const resolver = new DefaultTokenResolver(new StringConcat());

/** A value with its tokens replaced by what they stand for in Terraform: `${aws_kms_key.this.arn}`. */
export const resolve = <T>(scope: Construct, value: T): T =>
  Tokenization.resolve(value, { scope, resolver, preparing: false });

/** A stack of which the elements have the names that they were given. */
export class PlainStack extends TerraformStack {
  private readonly names = new Map<string, TerraformElement>();

  constructor(id: string) {
    // A stack needs no App to be rendered, and an App makes a folder.
    super(undefined as unknown as Construct, id);
  }

  /** @throws Error where two elements of one type would have one name: Terraform JSON would silently keep the last. */
  protected override allocateLogicalId(element: TerraformElement): string {
    const { id } = element.node;
    const key = `${kindOf(element)}.${id}`;
    const other = this.names.get(key);
    if (other && other !== element)
      throw new Error(`${key} is made twice: by ${other.node.path} and ${element.node.path}`);
    this.names.set(key, element);
    return id;
  }
}

/** What shares a block of Terraform JSON, in which names must differ. */
function kindOf(element: TerraformElement): string {
  if (element instanceof TerraformResource) return element.terraformResourceType;
  return element instanceof TerraformDataSource ? `data.${element.terraformResourceType}` : element.constructor.name;
}
