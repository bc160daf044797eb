/** XMLHttpRequest for Node; the package has no types of its own. */
declare module 'xhr2' {
  export const XMLHttpRequest: new () => object;
}
