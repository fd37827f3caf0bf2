package main

// release is the version of the program.
const release = "0.1.0"

// version is what --version, the manifest and the file properties say. It depends on the source alone, so that the same
// input gives the same bytes on every machine.
func version() string { return release }
