// Says what the build puts in place of "sites": every extension/sites/*.toml with its file name as id.
declare module "sites" {
  export const sites: import("./site").Site[];
}
