// @ts-check

/** @typedef {import('./rooms').Room} Room */

/**
 * What is wrong with an import between two files, or undefined where nothing is.
 * @param {readonly Room[]} rooms ground first
 * @param {string} from a file, relative to the top level
 * @param {string} to what it imports, relative to the top level; with or without its ending
 * @returns {string | undefined}
 */
function wrongImport(rooms, from, to) {
  const [own, other] = [roomOf(rooms, from), roomOf(rooms, to)];
  if (!own || own === other) return undefined;
  if (!other) return `${to} stands in no room: nothing of the product may need it.`;
  const [here, there] = [nameOf(own), nameOf(other)];
  if (rooms.indexOf(other) > rooms.indexOf(own)) {
    return `${here} stands below ${there}: imports go down only (lint/rooms.js). Hand it in, or move what is needed down.`;
  }
  if (other.guests && !other.guests.includes(own.folder)) {
    return `${there} is for ${other.guests.join(' and ')} only.`;
  }
  if (other.doors && !other.doors.includes(to.replace(/\.(ts|js)$/, ''))) {
    return `${there} is entered through ${other.doors.join(' and ')} only.`;
  }
  return undefined;
}

/**
 * The room that a file stands in: of the longest folder.
 * @param {readonly Room[]} rooms
 * @param {string} file
 * @returns {Room | undefined}
 */
function roomOf(rooms, file) {
  const inFolders = rooms.filter(({ folder }) => folder !== '' && `${file}/`.startsWith(folder));
  const [longest] = inFolders.sort((a, b) => b.folder.length - a.folder.length);
  return longest ?? (file.includes('/') ? undefined : rooms.find(({ folder }) => folder === ''));
}

/** @param {Room} room */
function nameOf({ folder }) {
  return folder === '' ? 'the top level' : folder;
}

module.exports = { roomOf, wrongImport };
