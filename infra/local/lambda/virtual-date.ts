/**
 * Makes `Date` return the twin's time: real time plus the offset in shared memory. Dates made from numbers or
 * text are unaffected.
 */
export function installVirtualDate(offset: BigInt64Array): { realNow: () => number } {
  const RealDate = Date;
  const realNow = RealDate.now.bind(RealDate);
  const now = () => realNow() + Number(Atomics.load(offset, 0));
  const VirtualDate = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new RealDate(now()).toString(),
  });
  RealDate.now = now;
  RealDate.prototype.constructor = VirtualDate;
  globalThis.Date = VirtualDate;
  return { realNow };
}
