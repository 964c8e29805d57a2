# Words of the interface: a line replaces a message, the others stay. All of them stand in the built-in i18n/en.ftl.
# menu-tasks = Ledger of tasks
