# Completion of mintu for bash. What may stand where is asked of the program that is typed, so it agrees with that program.
_mintu() {
    local current=${COMP_WORDS[COMP_CWORD]} word line before=()
    # bash splits at "="; the program is asked with whole words
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [[ $word == = && ${#before[@]} -gt 0 ]]; then
            before[-1]+==
        elif [[ ${#before[@]} -gt 0 && ${before[-1]} == --*= ]]; then
            before[-1]+=$word
        else
            before+=("$word")
        fi
    done
    [[ $current == = ]] && current=
    COMPREPLY=()
    while IFS= read -r line; do
        word=${line%%$'\t'*}
        case $word in
        :files) compopt -o filenames && mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current") ;;
        :folders) compopt -o filenames && mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$current") ;;
        --*=*) COMPREPLY+=("${word#*=}") ;;
        *) COMPREPLY+=("$word") ;;
        esac
    done < <("${COMP_WORDS[0]}" --complete "${before[@]}" 2>/dev/null)
}
complete -F _mintu mintu
