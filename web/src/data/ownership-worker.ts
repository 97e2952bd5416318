// Entry of the worker that plans and solves for the page.
import "@weft/ownership/worker";
