# Sourced by mvnw and throughline: sets JAVA_HOME to a JDK of at least the version in .mvn/jdk-version.
# A JAVA_HOME that is new enough is kept; else PATH, the usual folders, SDKMAN and macOS are looked through.

throughline_jdk_major() { # prints the major version of the JDK at $1, or nothing
  [ -x "$1/bin/javac" ] || return 0
  _v=$("$1/bin/javac" -version 2>&1) || return 0
  _v=${_v#javac }
  _v=${_v%%[.-]*}
  case "$_v" in '' | *[!0-9]*) ;; *) printf '%s\n' "$_v" ;; esac
}

throughline_find_jdk() { # prints the first JDK that is new enough
  set +f
  _path_javac=$(command -v javac 2>/dev/null) && _path_javac=$(readlink -f "$_path_javac" 2>/dev/null)
  for _home in "${JAVA_HOME-}" "${_path_javac%/bin/javac}" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$_home" ] || continue
    _major=$(throughline_jdk_major "$_home")
    if [ -n "$_major" ] && [ "$_major" -ge "$1" ]; then
      printf '%s\n' "$_home"
      return 0
    fi
  done
  return 1
}

_wanted=$(cat "${THROUGHLINE_ROOT:?}/.mvn/jdk-version")
if _found=$(throughline_find_jdk "$_wanted"); then
  JAVA_HOME=$_found
  export JAVA_HOME
else
  {
    echo "Throughline needs a JDK of version $_wanted or newer, and none was found in JAVA_HOME, on the PATH,"
    echo "in /usr/lib/jvm, in SDKMAN or among macOS's Java machines."
    echo "Install one, for example:"
    echo "  Debian, Ubuntu:  apt-get install openjdk-$_wanted-jdk, or Temurin from https://adoptium.net"
    echo "  macOS:           brew install --cask temurin@$_wanted"
    echo "  SDKMAN:          sdk install java $_wanted-tem"
    echo "or set JAVA_HOME to one that is already there."
  } >&2
  exit 1
fi
