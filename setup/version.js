// @ts-check

/**
 * Compares two dotted versions by their numbers; negative when `a` is older.
 * @param {string} a
 * @param {string} b
 * @returns {number}
 */
function compareVersions(a, b) {
  const left = numbers(a);
  const right = numbers(b);
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** @param {string} version */
function numbers(version) {
  return version.replace(/^v/, '').split(/[.+-]/).slice(0, 3).map(Number);
}

module.exports = { compareVersions };
