/** Words about updating the application from a file. */
export const update = {
  choose: 'Install an update from a file…',
  checking: 'Checking the file …',
  title: 'Update Tandem',
  text: 'The file is whole and signed by the makers of Tandem.',
  now: 'Installed now',
  next: 'In the file',
  size: 'Size',
  notes: 'What is new',
  after: 'What happens next',
  kinds: {
    exe: 'Tandem saves what is open and quits. Its installer starts; follow it, then open Tandem again.',
    dmg: 'Tandem saves what is open and quits. The disk image opens: drag Tandem into Applications and replace the old one, then open it.',
    appimage:
      'Tandem saves what is open and quits. The folder with the new AppImage opens: move it to where you keep Tandem, in place of the old one, then open it.',
    deb: 'Tandem saves what is open and quits. The folder with the new package opens: install the package with your software centre, then open Tandem again.',
  },
  data: 'Your deals are kept apart from the program and stay as they are.',
  install: 'Quit and install',
  again: 'Choose a file…',
  installing: 'Preparing the update …',
  used: 'This file was used already. Choose it again.',
  refused: {
    'not-an-update':
      'This is not an update of Tandem. Choose a file that ends in .tandemupdate, as you received it.',
    'not-signed-by-us':
      'This file is not signed by the makers of Tandem, or was changed on its way. Do not use it: get it again from where Tandem comes from.',
    damaged: 'The file is damaged or not complete. Copy or download it again, then choose it once more.',
    'not-newer':
      'The file has no newer version than the one that is installed. There is nothing to do; choose a newer file if you expected one.',
    'other-system':
      'This update is for another system or processor. Choose the file that was made for this computer.',
    unreadable:
      'The file could not be read. Check that it is still there and that you may open it, then choose it again.',
    'not-kept':
      'The update could not be written into the data folder of Tandem. Make room on the disk, then choose the file again.',
    busy: 'An import or export is running. Wait until it is done or cancel it, then press “Quit and install” again.',
  },
} as const
