package io.github.throughline.notification.console;

import io.github.throughline.platform.web.Problem;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Problems as pages, for people. */
@ControllerAdvice(assignableTypes = {ConsoleController.class, SharedLinkController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsoleAdvice {

    @ExceptionHandler
    String onProblem(Problem problem, Model model, HttpServletResponse response) {
        response.setStatus(problem.status());
        model.addAttribute("title", title(problem.status()));
        model.addAttribute("text", problem.getMessage());
        return "console/message";
    }

    @ExceptionHandler
    String onWrongAddress(MethodArgumentTypeMismatchException error, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("title", title(HttpStatus.NOT_FOUND.value()));
        model.addAttribute("text", "There is no such page. The worklist shows what needs you.");
        return "console/message";
    }

    private static String title(int status) {
        return switch (status) {
            case 403 -> "You may not see this";
            case 404 -> "Not found";
            default -> "That did not work";
        };
    }
}
