import { BlockList, isIP } from 'node:net';
import type { Comparator } from '../comparators';
import { sure } from '../truth';

/** `IpAddress`: an address is in a range such as `203.0.113.0/24` or `2001:db8::/32`, or the one that is named. */
export const addressTest: Comparator = (expected) => {
  const range = rangeOf(expected);
  return (value) => {
    const version = isIP(value);
    return range === undefined || version === 0
      ? 'unknown'
      : sure(range.check(value, version === 4 ? 'ipv4' : 'ipv6'));
  };
};

function rangeOf(text: string): BlockList | undefined {
  const [address = '', length, ...more] = text.split('/');
  const version = isIP(address);
  const bits = version === 4 ? 32 : 128;
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : NaN;
  if (version === 0 || more.length > 0 || !(prefix <= bits)) return undefined;
  const list = new BlockList();
  list.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6');
  return list;
}
