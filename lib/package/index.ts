export { ignoreFileName } from "./ignore";
export { lambdaLimits, type PackageLimits } from "./limits";
export { type Package, packageFolder, previewPackage } from "./package";
export type { PackageSource } from "./source";
export { removeStale } from "./stale";
